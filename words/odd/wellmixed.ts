/** The mean-field equations that the model comes down to when everybody meets everybody and nothing bends the rates. */

const equations = `\`\`\`text
dN/dt = −(b + c·U)·N + (1 − m)·λ·(1 − N)
dA/dt =  (b + c·U)·N + (r + c·U)·S − (p + q·H(U))·A − (1 − m)·λ·A
dU/dt =  (p + q·H(U))·A − δ·U − (1 − m)·λ·U
dS/dt =  δ·U − (r + c·U)·S − (1 − m)·λ·S
\`\`\``;

export const wellMixed = (): string[] => [
  '## 9. The well-mixed limit',
  'Where every educator turns to many others drawn from the whole system, and nothing bends the rates, the model comes down to four shares of educators: unaware (N), aware (A), using (U) and stopped (S). Left on are awareness, decision, confirmation and turnover. Everything else weighs nothing: programme, money and support; fit, belief, leaders, mindset, capability and overload; culture and visible results; colleagues and district in giving up; induction; local variants.',
  equations,
  'Here b is `awareness.broadcast`; c is `awareness.contact`; r is `awareness.again`; p and q are `decision.broadcast` and `decision.contagion`; H(U) is the mean of the Hill function over ties that are each in use with chance U; δ is `confirmation.base`; λ is −ln(1 − `turnover.leaving`); m is `turnover.movers`. A mover brings what an educator drawn at random does, and so changes no share.',
  'Agents’ events fall in buckets of a twelfth of a year, and an educator changes stage once in one at most, so that the model lags a little behind its equations. At the end of every year a hundred thousand educators are within 0.02 of them, as shares of all educators.',
];
