import type { Presence, ProjectEvent } from '../access/context.ts';

/** What one process tells the others. */
export type Message =
	| { readonly kind: 'event'; readonly event: ProjectEvent }
	/** everyone who has this source or report open on a screen of that process */
	| {
			readonly kind: 'presence';
			readonly projectId: string;
			readonly openId: string;
			readonly people: readonly Presence[];
	  }
	/** that process could not send for a while */
	| { readonly kind: 'gap' };

/** Messages of one process, as they travel. */
export type Payload = { readonly from: string; readonly messages: readonly Message[] };

const largest = 7_500; // bytes; PostgreSQL refuses payloads of 8,000 and more
const idsTogether = 120; // ids of 39 bytes each that go in one message

/** Puts messages into as few payloads as the database takes; an event with very many ids becomes several. */
export const toPayloads = (from: string, messages: readonly Message[]): readonly string[] => {
	const payloads: string[] = [];
	let batch: string[] = [];
	let size = 0;
	const close = () => {
		if (batch.length > 0) payloads.push(`{"from":${JSON.stringify(from)},"messages":[${batch.join(',')}]}`);
		batch = [];
		size = 0;
	};
	for (const message of messages.flatMap(inParts)) {
		const text = JSON.stringify(message);
		const bytes = Buffer.byteLength(text) + 1;
		if (size + bytes > largest) close();
		batch.push(text);
		size += bytes;
	}
	close();
	return payloads;
};

const inParts = (message: Message): readonly Message[] => {
	if (message.kind !== 'event' || message.event.ids.length <= idsTogether) return [message];
	const { event } = message;
	const parts: Message[] = [];
	for (let from = 0; from < event.ids.length; from += idsTogether)
		parts.push({ kind: 'event', event: { ...event, ids: event.ids.slice(from, from + idsTogether) } });
	return parts;
};

/** Reads a payload; null when it is not one of ours. */
export const fromPayload = (text: string): Payload | null => {
	try {
		const value: unknown = JSON.parse(text);
		return isPayload(value) ? value : null;
	} catch {
		return null;
	}
};

const isPayload = (value: unknown): value is Payload =>
	typeof value === 'object' &&
	value !== null &&
	'from' in value &&
	typeof value.from === 'string' &&
	'messages' in value &&
	Array.isArray(value.messages);
