/** The part of RFC 6455 that Socket Mode uses: unfragmented text frames, ping, pong and close. */
export type Frame =
  | { kind: 'text'; text: string }
  | { kind: 'ping'; payload: Buffer }
  | { kind: 'pong' }
  | { kind: 'close' };

const opcodes = { text: 0x1, close: 0x8, ping: 0x9, pong: 0xa } as const;

/** A frame from the server: final, and never masked. */
export function encodeFrame(kind: keyof typeof opcodes, payload: Buffer): Buffer {
  const first = 0x80 | opcodes[kind];
  if (payload.length < 126) return Buffer.concat([Buffer.from([first, payload.length]), payload]);
  const head = Buffer.alloc(payload.length < 0x1_0000 ? 4 : 10);
  head[0] = first;
  if (head.length === 4) {
    head[1] = 126;
    head.writeUInt16BE(payload.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(payload.length), 2);
  }
  return Buffer.concat([head, payload]);
}

interface Head {
  opcode: number;
  mask: Buffer;
  start: number;
  end: number;
}

/** Where the next frame of a client lies; null until its head has arrived. */
function readHead(bytes: Buffer): Head | null {
  if (bytes.length < 2) return null;
  const short = bytes.readUInt8(1) & 0x7f;
  const more = short === 126 ? 2 : short === 127 ? 8 : 0;
  const start = 2 + more + 4;
  if (bytes.length < start) return null;
  const length = more === 2 ? bytes.readUInt16BE(2) : more === 8 ? Number(bytes.readBigUInt64BE(2)) : short;
  return {
    opcode: bytes.readUInt8(0) & 0x0f,
    mask: bytes.subarray(2 + more, start),
    start,
    end: start + length,
  };
}

/** Takes the bytes of a client as they come, however they were cut, and hands out its frames. */
export function createFrameReader(take: (frame: Frame) => void): (bytes: Buffer) => void {
  let waiting = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (let head = readHead(waiting); head && waiting.length >= head.end; head = readHead(waiting)) {
      const { opcode, mask, start, end } = head;
      const payload = waiting.subarray(start, end).map((byte, index) => byte ^ mask.readUInt8(index % 4));
      waiting = waiting.subarray(end);
      if (opcode === opcodes.text) take({ kind: 'text', text: Buffer.from(payload).toString('utf8') });
      else if (opcode === opcodes.ping) take({ kind: 'ping', payload: Buffer.from(payload) });
      else if (opcode === opcodes.pong) take({ kind: 'pong' });
      else take({ kind: 'close' });
    }
  };
}
