import { N } from './marks.ts'

const r = (source: string, flags = ''): RegExp => new RegExp(source.replace(/(?<!\{)N/g, N), flags)

/** Verbs that, in their plain form at the start of a clause, say what is to be done. */
const VERBS =
  'call|ring|phone|e-?mail|text|message|whatsapp|dm|ping|send|resend|re-send|follow|check|touch base|circle|reach|book|schedule|reschedule|set|arrange|prepare|prep|draft|write|share|forward|submit|review|confirm|remind|visit|meet|try|retry|chase|nudge|get|give|bring|ask|answer|reply|respond|thank|invite|invoice|order|deliver|ship|drop|update|discuss|present|demo|finali[sz]e|sign|renew|negotiate|research|look|find|fix|escalate|loop|introduce|join|stop|swing|pop|go|recap|mail|revisit|return|catch|walk|propose|close|talk|speak|let|make|put|add|create|open|file|pay|revise|print|plan|keep|push|connect|collect|upload|provide|show|install|train|run|do|have|start|test|verify|quote|bill|pick|take|tell|see|wait|buy|grab|need|must|should|will|follow-?up|f/?u|fup|cb|c/b|callback|hand|pass|offer|organi[sz]e|host|register|dial|contact|work|redo|move|cancel|complete|finish|investigate|read|leave|pull|sort|tie|line|clean|block|reconnect|refresh|re-?engage|re-?visit|re-?quote|process|pitch|upsell|attend|drive|fly|travel|ensure|request|wrap|build|compile|attach|post|courier|fedex|dispatch|log|enter|onboard|gather|scope|cost|price|hit|bug|bump|poke|shoot|fire|fax|lock|nail|reply|redline|countersign|chat|sync|regroup|reconvene'
const GERUND =
  'sending|calling|emailing|following up|going|visiting|meeting|preparing|prepping|scheduling|booking|checking|circling|drafting|bringing|dropping|delivering|shipping|presenting|returning|reviewing|getting back|reaching out|texting|pinging|chasing|setting up|seeing|doing|having|writing|joining|trying|talking|speaking|stopping by|flying|driving|sharing|submitting|closing|signing|working on|putting together|looking into|touching base|catching up|arranging|organizing|ringing|phoning|revisiting|reconnecting|hosting|running|demoing|giving'
const BASE = `(?:${VERBS})`
const SOFT =
  '(?:please |pls |plz |then |and |also |so |to |now |i |we |me |next,? |ok,? |okay,? |just |must |should |maybe |action |again |- )*'

/** A clause that opens with what is to be done. */
export const IMPERATIVE = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*${SOFT}(?:\\ue002[ ,:]*)?${SOFT}(?!(?:call|demo|visit|e-?mail|text|message|chat|meet|talk|sync|catch-?up|order|quote) (?:w/|with)[ ])(?:${BASE})\\b(?!'|s\\b| (?:went|was|were|from|has|had|is|done|received|sent|came|ok\\b))`,
  'u',
)
export const GERUND_FIRST = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:\\ue002[ ,:]*)?(?:then |and |will be |i'?m |i am |we'?re |we are |also |now )*(?:${GERUND})\\b(?! (?:went|was|done|with N (?:went|was)))`,
  'u',
)

/** Words that anywhere in a clause say that something is still to be done by us. */
export const TO_DO = r(
  `(?<![\\w/])(?:f/u|fu(?= |$|\\ue002)|fup|follow[- ]?ups?(?! (?:went|was|call (?:went|was)))|cb|c/b|call ?backs?|(?:i'll|we'll|(?:i|we) (?:will|need|have|must|should|shall|can|could|am|are|gotta|promised|agreed|owe|plan|want|'ll))|need(?:s)? to|have to|has to|gotta|got to|supposed to|remember to|remind me|reminder|don'?t forget|to[- ]?do|next steps?|action items?|owe (?:N|him|her|them)|promised (?:to|N|him|her|them|the|a)|agreed (?:to|on|we)|plan(?:ning)? to|let'?s|going to|gonna|want to|wanna|try(?:ing)? again|touch base|circle back|check(?:ing)? (?:in|back)|reach out|will (?=(?:${VERBS})\\b)|must (?=(?:${VERBS})\\b)|should (?=(?:${VERBS})\\b)|scheduled|(?:is |was |are |been |we |i |it |just |now )*(?:booked|set up|set|arranged|confirmed|lined up|penciled in|pencilled in|on the calendar|in the calendar|on the books|locked in) (?:for|on|at|in)?|due|deadline)(?![\\w/])`,
)

/** A customer told us to do something: that is ours to do. */
export const TOLD_US = r(
  `\\b(?:asked|asks|told|tells|wants|want|wanted|needs|expects|said|says|begged|requested|reminded|prefers|would like|urged|invited|instructed|suggested)(?: (?:me|us|that|for me|for us|we|i))*(?: (?:to|should|for))? (?:me to |us to )?(?:(?:call|ring|try|phone|e-?mail|follow|check|reach|contact|cb|ping|text|resend|come|stop|circle|get back|touch)\\b)|\\b(?:asked|asks|told|wants|want|wanted|needs|expects|requested|reminded|would like|invited) (?:me|us) to\\b|\\bi (?:should|can)\\b|\\bwe (?:should|can|agreed)\\b|让(?:我|我们|咱)|叫(?:我|我们)|(?:要求|希望|请|约|催|提醒|想让|要|建议)(?:我|我们|咱们)(?!的)|说好`,
)

const THEIRS =
  "(?:he|she|they|it|who|which|their|his|her|its|customer|the customer|client|the client|the (?!demo|call|meeting|quote|proposal|contract|next|invoice|visit|review|sow|deck)\\w+|board|legal|procurement|management|decision|budget|n's|someone|everyone|everybody|nobody|N)(?:'s|'ll|'re|'d)?"
const FINITE =
  "(?:is|are|was|were|isn'?t|aren'?t|has|have|had|will|won'?t|can|can'?t|could|would|might|may|should|wants?|wanted|needs?|needed|expects?|plans?|decides?|meets?|starts?|begins?|opens?|launch(?:es)?|expires?|ends?|renews?|closes?|moves?|returns?|comes?|goes|leaves?|gets|signs?|says?|said|thinks?|thought|hopes?|likes?|liked|loves?|loved|prefers?|asks?|asked|told|hires?|due|back|out|off|away|seems?|looks?|feels?|knows?|makes?|takes?|does|doesn'?t|don'?t|didn'?t|did|buys?|bought|uses?|runs?|works?|considers?|considering|evaluat\\w+|agrees?|agreed|confirm(?:s|ed)|approved?|approves|accepted|rejected|declined|signed|mentioned|mentions|reviews?|reviewing|travels?|traveling|switch(?:es|ed)|pays?|paid|sends?|orders?|ordered|promised|promises|complain\\w*|worried|worries|interested|happy|unhappy|excited|ready|keen|open|busy|sick|ooo|retires?|joins?|joined|left|got|receives?|received|announces?|announced|presents?|visits?|kicks?|rolls?|wraps?|finishes|finalizes|finali[sz]ing|deciding|moving|opening|launching|hiring|meeting|closing|looking|waiting|going|coming|leaving|starting|planning|hoping|thinking|expecting|still|not|won|lost|opened|raised|resets?|ok|okay|fine)"
/** A clause whose subject is the customer, or somebody of theirs, and not us. */
export const THEIR_DOING = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:and |but |so |because |since |as |that |says? |said |also |then |if |when |once |after |unless |until |while |where |who |which |apparently |seems |think |maybe |probably )*(?:(?:their|his|her|its|the|N(?:'s)?) )?(?:${THEIRS})(?: (?!to\\b)[\\w'’-]+| \\(?(?:from|at|@|of) N\\)?){0,3}? ?(?:${FINITE})(?![\\w/])`,
  'u',
)
/** Words of the customer's state that need no subject. */
export const THEIR_STATE = r(
  `^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:(?:is|was|still|currently|now|but|and|not|has|says?|said) )*(?:wants?|wanted|needs|likes?|liked|loves?|loved|interested|asks?|asked|out (?:of|until|till|on|this|next|\\ue002)|ooo|on (?:vacation|leave|holiday|pto)|away|back (?:on|in|from|\\ue002)|returns|budget (?:is|resets|approved|frozen|opens)|decision (?:is|by|in|expected)|contract (?:ends|expires|is up|runs)|expires|deciding|decides|considering|waiting|thinks?|says|said|happy|keen|hopes?|hoping|expects?|plans to|planning|prefers?|won'?t|can'?t|doesn'?t|didn'?t|not (?:interested|ready|available)|no budget|launching|launches|go(?:ing)? live|go-live|needs?)(?![\\w/])`,
  'u',
)

/** Chinese: what is still to be done. */
export const ZH_TO_DO = r(
  '再(?:打|拨|联系|约|聊|跟进|沟通|谈|发|去|拜访|确认|议|试|见|说|回|看|问|催|碰|来|给|报|寄|送|详|定|做|演示|讨论|对接|签|过去|上门|推)|跟进|跟催|回访|回电|回复(?:他|她|N|客户)|记得|别忘|提醒我|(?:我|我们|咱们?)?(?:需要|需|得|还要|要|打算|计划|准备|争取|将|会|来|必须|应该|该|可以|想)(?=给|发|打|去|联系|跟|寄|送|做|出|提|安排|约|准备|整理|确认|催|找|拜访|回|谈|签|再|把|向|和|与|报|提交|更新|修改|写|上门|带|开|参加|见|请|问|补|核对|完成|交)|待(?:办|跟进|发|回复|确认|定|联系)|下一步|下次|约(?:好|了|定|在|的是|到)|(?:定|订|安排|敲定|确定|说好|商定|预约|预定|排)(?:在|于|了|好|到|好了)|安排|尽快|尽早|回头|改天|follow ?up|f/u|fu(?= |$)|call ?back|跟一下|跟踪|催(?:一下|款|他|她|N)|回个电话|答应(?:了)?(?:给|发|他|她|N|客户)?|待办',
)
/** Chinese: a clause that opens with what is to be done. */
export const ZH_IMPERATIVE = r(
  '^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:请|先|然后|接着|之后|并|并且|同时|再|就|\\ue002|,|:|\\s|我|我们|要|去|来|给N|给他|给她|给客户|给他们|给对方|跟N|和N|与N|向N|跟他|跟她|和他|和她|把|N)*(?:发|寄|送|给|打|拨|致电|联系|拜访|走访|回访|跟进|准备|提交|安排|约|签约|签合同|签|演示|做|开会|会议|会|见面|见|面谈|吃饭|沟通|确认|报价|出|提醒|催|核对|对账|收款|付款|整理|更新|修改|写|上门|参加|出席|培训|电话|视频|讨论|商量|去|交付|发货|安装|试用|测试|检查|送样|带|邀请|请客|喝|吃|评审|复盘|汇报|完成|推进|落实|处理|解决|介绍|对接|续约|续签|登门|demo|follow|call|send|review|check|meet|email)',
  'u',
)
/** Chinese: a customer's doing or wish. */
export const ZH_THEIRS = r(
  '^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:但是?|不过|因为|所以|据说|听说|如果|等|而且|目前|现在|\\ue002|,|\\s)*(?:(?:他|她|它)们?(?!.{0,3}再打)|对方|客户|领导|老板|董事会|那边|采购|财务|法务|公司|总部|N)(?:的?(?:[\\p{Script=Han}]{0,6}?))?(?:\\ue002|那边|那里|公司|团队|内部|自己|也|还|都|就|正在?|已经?|刚|将|会|要|可能|应该|,)*(?:说|表示|觉得|认为|想|希望|要求?|需要|打算|计划|开(?!会)|准备|考虑|预计|答复|回复|决定|审批|付款|打款|上线|出差|休假|放假|回来|在|有|没|不|问|提到|反馈|担心|同意|确认|满意|喜欢|感兴趣|搬|换|招|开业|到期|续|批|签|开董事会|开会|来|去|给我|发我|会|讨论|研究|评估|选|用|等|定)',
  'u',
)
export const ZH_STATE = r(
  '^[^\\p{L}\\p{N}\\ue000-\\ue003]*(?:对|很|非常|比较|挺|不|没|暂时|已|还|正|说|表示|要(?!给|发|联系|跟|去|打|再|寄|安排|约|准备)|想要?|问|希望|觉得|需要(?!给|发|联系|跟|去|打|再|寄|我)|预算|感兴趣|满意|喜欢|同意|谈得|聊得|反馈|在|出差|休假|合同(?:到期|还)|去年|今年|董事会)',
  'u',
)
