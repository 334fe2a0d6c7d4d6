import type { Dataset } from '../../schemas/index.ts'
import { type PublishedSchema, toJsonSchema } from '../../schemas/toJsonSchema.ts'
import { type JsonSchema, listColumns } from './listColumns.ts'

const TABLES: readonly { file: keyof Dataset['files']; schema: PublishedSchema; about: string }[] = [
  { file: 'sessions.jsonl', schema: 'session-row', about: 'One row for each session.' },
  {
    file: 'steps.jsonl',
    schema: 'step-row',
    about: 'One row for each step: a page, what the participant did on it, and the history since the step before.',
  },
  {
    file: 'predictions.jsonl',
    schema: 'prediction-row',
    about: 'One row for each prediction, stored before the action it predicts, beside that action.',
  },
  {
    file: 'rationales.jsonl',
    schema: 'rationale-row',
    about:
      'One row for each question put to a participant about a step just taken, whether it was answered, skipped or missed: with `chance`, what it takes to weigh the answers.',
  },
  {
    file: 'surveys.jsonl',
    schema: 'survey-row',
    about: "One row for each answer to a question of the study's surveys; a survey may be answered again.",
  },
]

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

function tableOf(schema: PublishedSchema): string {
  const rows = listColumns(toJsonSchema(schema) as JsonSchema).map(
    ({ path, type, description }) => `| \`${path}\` | ${cell(type)} | ${cell(description)} |`,
  )
  return ['| column | type | meaning |', '| --- | --- | --- |', ...rows].join('\n')
}

/** The README of a dataset: what it is, how to load it, and every column, in the words of the schemas. */
export function describeDataset(dataset: Dataset): string {
  const { study, counts, files } = dataset
  const sections = TABLES.flatMap(({ file, schema, about }) => {
    const { rows, bytes } = files[file] ?? {}
    return rows === undefined ? [] : [`## ${file}\n\n${about} ${rows} rows, ${bytes} bytes.\n\n${tableOf(schema)}`]
  })
  return `# ${study.title}

Study \`${study.id}\`, version ${study.version}, by ${study.contact.name} (${study.contact.email}).
Exported ${new Date(dataset.exported_at).toISOString()}: ${counts.participants} participants (${dataset.participant_kinds.join(', ')}),
${counts.sessions} sessions, ${counts.steps} steps, ${counts.predictions} predictions.

Each file holds one JSON object a line, in UTF-8. Times are milliseconds since 1970-01-01T00:00:00Z by the
participant's device. \`dataset.json\` holds the study, the counts and the SHA-256 of each file.

\`\`\`python
import pandas as pd
steps = pd.read_json("steps.jsonl", lines=True)
\`\`\`

${sections.join('\n\n')}
`
}
