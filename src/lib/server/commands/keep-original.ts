import { createHash } from 'node:crypto';
import type { Project } from '../../domain/project/project.ts';
import type { DestructionWhy } from '../../domain/source/retention.ts';
import type { Source } from '../../domain/source/source.ts';
import type { UploadedFile } from '../../import/source-draft.ts';
import { withoutBsns } from '../../privacy/block-bsn.ts';
import { audit } from '../access/audit.ts';
import type { Actor, Context } from '../access/context.ts';
import { sealBytes, unsealBytes } from '../access/seal.ts';
import type { Db } from '../store/database.ts';
import { insertDestruction } from '../store/destructions.ts';
import { destroyUpload, findSealedFile, insertUpload, type UploadRecord } from '../store/source-uploads.ts';

type About = Pick<UploadRecord, 'format' | 'bytes' | 'sha256'>;

/** What is bound to a file, so that it opens only where it was kept. */
const boundTo = (sourceId: string, { format, bytes, sha256 }: About) => [sourceId, format, `${bytes}`, sha256];

/** Keeps the file an interview came from, sealed with its name; never one in which a citizen service number stood. */
export const keepOriginal = async (
	{ secret, now, actor }: Pick<Context, 'secret' | 'now' | 'actor'>,
	trx: Db,
	project: Pick<Project, 'originalDays'>,
	source: Pick<Source, 'id'>,
	file: UploadedFile,
	{ format, hasBsns }: { readonly format: string; readonly hasBsns: boolean }
): Promise<void> => {
	if (project.originalDays === 0) return;
	const sha256 = hasBsns ? '' : createHash('sha256').update(file.bytes).digest('hex');
	const about = { format, bytes: file.bytes.byteLength, sha256 };
	const sealed = hasBsns ? null : sealBytes(secret, 'uploaded file', boundTo(source.id, about), withName(file));
	await insertUpload(trx, source.id, about, sealed, { by: actor.userId, at: now() });
};

/** The file an interview came from; null when it is not kept, was changed, or is sealed with another secret. */
export const openOriginalOf = async (
	{ secret }: Pick<Context, 'secret'>,
	trx: Db,
	sourceId: string,
	about: About
): Promise<UploadedFile | null> => {
	const sealed = await findSealedFile(trx, sourceId);
	const opened = sealed && unsealBytes(secret, 'uploaded file', boundTo(sourceId, about), sealed);
	return opened && fromNamed(opened);
};

/** Who destroys; actor null = the term itself. */
export type Destroyer = Pick<Context, 'now' | 'newId' | 'origin'> & { readonly actor: Pick<Actor, 'userId'> | null };

/** Destroys the file of an interview and writes that down; false when none was kept. */
export const destroyOriginalOf = async (
	destroyer: Destroyer,
	trx: Db,
	{ projectId, sourceId }: { readonly projectId: string; readonly sourceId: string },
	why: DestructionWhy,
	reason = ''
): Promise<boolean> => {
	const at = destroyer.now();
	const bytes = await destroyUpload(trx, sourceId, at);
	if (bytes === null) return false;
	const by = destroyer.actor?.userId ?? null;
	await insertDestruction(trx, {
		id: destroyer.newId(),
		projectId,
		sourceId,
		kind: 'original',
		why,
		reason,
		state: 'done',
		keyEntries: 0,
		versions: 0,
		bytes,
		proposedBy: by,
		proposedAt: at,
		decidedBy: by,
		decidedAt: at
	});
	await audit(destroyer, trx, projectId, 'original.destroy', { kind: 'source', id: sourceId });
	return true;
};

/** A name has no line end, so the first one is where the file begins. */
const withName = ({ name, bytes }: UploadedFile): Uint8Array =>
	Buffer.concat([Buffer.from(`${withoutBsns(name).replaceAll(/[\r\n]+/g, ' ')}\n`, 'utf8'), bytes]);

const fromNamed = (opened: Buffer): UploadedFile => {
	const end = opened.indexOf('\n');
	return { name: opened.subarray(0, end).toString('utf8'), bytes: opened.subarray(end + 1) };
};
