declare module 'virtual:first' {
  const packed: import('./packed.ts').Packed;
  export default packed;
}
