import { randomUUID } from 'node:crypto'
import { openDatabase } from '../../src/database/index.ts'
import { quiet } from '../support/quiet.ts'

// Run as a process of its own, in another time zone: 2:30 on the night when New York's clocks jump from 2 to 3.
const { prisma, close } = await openDatabase({ databaseUrl: process.argv[2], dataDir: '', log: quiet })
await prisma.workspace.create({
  data: { id: randomUUID(), name: 'Northwind', timeZone: 'UTC', locale: 'en', createdAt: new Date('2026-03-08T07:30:00Z') },
})
await close()
