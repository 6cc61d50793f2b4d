// What tests leave to chance is the same at every run, so that what fails is for the change's sake. `SEED=7 npm test` tries other examples,
// `SEED=random` new ones, and says which.
import fc from 'fast-check';

/** In the browser, Vite hands on what begins with VITE_. */
const {VITE_SEED} = import.meta.env ?? process.env;

export const seed = Number(VITE_SEED ?? 1);

fc.configureGlobal({seed});
export default fc;
