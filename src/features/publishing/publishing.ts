import { createShowNeedAsJsonLd, type JsonLdPorts } from './own-need-json-ld.ts'
import { createReadRecord, type RecordPorts } from './records/read-record.ts'
import { createReadResume, type ResumePorts } from './records/read-resume.ts'

export type Publishing = ReturnType<typeof createPublishing>

/** Creates what partners publish elsewhere: records of work, résumés, and needs as linked data. */
export function createPublishing(ports: RecordPorts & ResumePorts & JsonLdPorts) {
  return {
    readRecord: createReadRecord(ports),
    readResume: createReadResume(ports),
    showNeedAsJsonLd: createShowNeedAsJsonLd(ports),
    issuer: ports.issuer,
    skillUri: ports.skillUri,
  }
}
