#!/usr/bin/env node
import { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { auditCommand } from './audit.ts'
import { backupCommand, verifyCommand } from './backup.ts'
import { backupsCommand } from './backups.ts'
import { programCalled } from './called.ts'
import { doctorCommand } from './doctor.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { manifestsCommand } from './manifests.ts'
import { moveCommand } from './move.ts'
import { restoreCommand } from './restore.ts'
import { startCommand } from './start.ts'
import { understandCommand } from './understand.ts'

const called = programCalled(process.env)
const program = new Command(called)
  .description('A CRM that lives in the team chat. Without a command: start.')
  .showHelpAfterError(`(“${called} --help” lists what can be typed)`)

const now = () => Temporal.Now.instant()

startCommand(program, { environment: process.env, now, called })
understandCommand(program, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, now })
importCommand(program, { environment: process.env, stdout: process.stdout, stderr: process.stderr, now })
auditCommand(program, { environment: process.env, stdout: process.stdout, stderr: process.stderr, now })
exportCommand(program, { environment: process.env, stdout: process.stdout, stderr: process.stderr, now })
const around = { environment: process.env, stdout: process.stdout, stderr: process.stderr, now, called }
backupCommand(program, around)
verifyCommand(program, around)
backupsCommand(program, around)
restoreCommand(program, around)
moveCommand(program, around)
doctorCommand(program, { environment: process.env, stdout: process.stdout, now })
manifestsCommand(program)

await program.parseAsync()
