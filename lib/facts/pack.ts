/**
 * Whole seconds, ascending and none negative, as the differences between them in as few bytes as each needs (seven bits a
 * byte, the least first: LEB128). A day of a busy house takes little more than a byte a value instead of four.
 */
export function pack(sorted: Int32Array): Buffer {
  const bytes = Buffer.allocUnsafe(sorted.length * 5);
  let place = 0;
  let before = 0;
  for (const value of sorted) {
    let left = value - before;
    before = value;
    while (left > 0x7f) {
      bytes[place++] = (left & 0x7f) | 0x80;
      left >>>= 7;
    }
    bytes[place++] = left;
  }
  return bytes.subarray(0, place);
}

/** What `pack` was given. */
export function unpack(bytes: Uint8Array): Int32Array {
  const values = new Int32Array(bytes.length);
  let count = 0;
  let value = 0;
  for (let place = 0; place < bytes.length; ) {
    let byte = bytes[place++]!;
    let difference = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[place++]!;
      difference |= (byte & 0x7f) << shift;
    }
    value += difference;
    values[count++] = value;
  }
  return values.subarray(0, count);
}
