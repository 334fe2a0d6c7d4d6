/** Tells what is under way, apart from the results. */
export const say = (line: string): void => void process.stderr.write(`${line}\n`)
