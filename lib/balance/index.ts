// Balance: how much an account of mine spreads and how much it talks, counted from what it wrote itself and who waits
// for its answer. Only its own account is looked at; of others nothing is kept but the posts that wait.
// May import lib/model, lib/store, lib/sessions and, of lib/networks, the contract. The norms judge what is found here.
export { countDaily, recount, SHOWN } from './recount';
export { standing } from './standing';
