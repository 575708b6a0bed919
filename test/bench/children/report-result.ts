/** To the process that asked; see resultOf. */
export const reportResult = (result: unknown): void => void process.stdout.write(`RESULT ${JSON.stringify(result)}\n`);
