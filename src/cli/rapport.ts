#!/usr/bin/env node
import { Command } from 'commander'
import { Temporal } from 'temporal-polyfill'
import { doctorCommand } from './doctor.ts'
import { importCommand } from './import.ts'
import { manifestsCommand } from './manifests.ts'
import { startCommand } from './start.ts'
import { understandCommand } from './understand.ts'

const program = new Command('rapport')
  .description('A CRM that lives in the team chat. Without a command: start.')
  .showHelpAfterError('(“rapport --help” lists what can be typed)')

const now = () => Temporal.Now.instant()

startCommand(program, { environment: process.env, now })
understandCommand(program, { stdin: process.stdin, stdout: process.stdout, stderr: process.stderr, now })
importCommand(program, { environment: process.env, stdout: process.stdout, stderr: process.stderr, now })
doctorCommand(program, { environment: process.env, stdout: process.stdout, now })
manifestsCommand(program)

await program.parseAsync()
