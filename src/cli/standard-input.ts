/** Standard input, for whoever reads it line by line: one that cannot be read (a folder) ends with a sentence. */
export function standardInput(): typeof process.stdin {
  return process.stdin.once("error", (error) => {
    console.error(`Standard input cannot be read: ${error.message}.`);
    process.exit(2);
  });
}
