/** Gives the processes that tests start the compiled modules of earlier starts, and nothing else of this environment. */

const { NODE_COMPILE_CACHE } = process.env

export const compiled = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }
