const atOnce = 1 << 18; // bytes

/** Bytes as the body of an answer, a part at a time: to hand over a long file at once takes so long that others wait. */
export const bodyOf = (bytes: Uint8Array): ReadableStream<Uint8Array> => {
	let sent = 0;
	return new ReadableStream({
		pull: (stream) => {
			if (sent < bytes.byteLength) stream.enqueue(bytes.subarray(sent, (sent += atOnce)));
			if (sent >= bytes.byteLength) stream.close();
		}
	});
};
