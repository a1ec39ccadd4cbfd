// Replaces Node's `os` in the bundle. A dependency reads `homedir`, but Segment has no Node modules.
export const homedir = undefined
