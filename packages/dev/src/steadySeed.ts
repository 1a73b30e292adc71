import fc from "fast-check"

// In CI every property tries the same cases each time: what fails there was broken by the change that is being tried. Everywhere
// else the cases are new at each run.
if (process.env.CI) fc.configureGlobal({ seed: 2012 })
