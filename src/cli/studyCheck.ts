import type { Command } from 'commander'
import { readStudyText } from './readStudy.ts'
import { checkStudy } from './study/checkStudy.ts'

function check(file: string): void {
  const { study, mistakes, warnings } = checkStudy(readStudyText(file))
  for (const mistake of mistakes) console.log(`mistake  ${mistake}`)
  for (const warning of warnings) console.log(`warning  ${warning}`)
  if (study) {
    const matches = study.shops.flatMap((shop) => shop.matches)
    console.log(`${file} is a study: "${study.title}", version ${study.version}, for ${matches.join(', ')}.`)
  } else {
    console.log(`${file} cannot be used: ${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}.`)
    process.exitCode = 1
  }
}

export function registerStudyCheck(program: Command): void {
  program
    .command('study')
    .description('study files')
    .command('check <file>')
    .description('explain every mistake in a study file, with its place in the file')
    .action(check)
}
