import type { IStylesOptions } from 'docx';

const heading = 'Cambria'; // both come with Word, and LibreOffice has faces of the same measures
const body = 'Calibri';

/** The hues of the interface on paper. */
export const ink = {
	text: '1C2326',
	soft: '4E5A60',
	accent: '0B5A63',
	wash: 'DDEDEE',
	line: 'D9D5CA',
	alarm: 'A3341F'
};

const inTable = { spacing: { line: 228 } }; // parts of 240: close together, as on the PDF

/** The styles of a report: real headings, so that a screen reader and the navigation pane find them. */
export const docxStyles = (language: string): IStylesOptions => ({
	default: {
		document: { run: { font: body, size: 20, color: ink.text, language: { value: language } } },
		title: {
			run: { font: heading, size: 44, bold: true, color: ink.text },
			paragraph: { spacing: { after: 40 }, keepNext: true }
		},
		heading1: {
			run: { font: heading, size: 30, bold: true, color: ink.accent },
			paragraph: { outlineLevel: 0, spacing: { before: 240, after: 60 }, keepNext: true }
		},
		heading2: {
			run: { font: heading, size: 24, bold: true, color: ink.text },
			paragraph: { outlineLevel: 1, spacing: { before: 200, after: 60 }, keepNext: true }
		},
		heading3: {
			run: { font: heading, size: 22, bold: true, color: ink.accent },
			paragraph: { outlineLevel: 2, spacing: { before: 160, after: 60 }, keepNext: true }
		},
		heading4: {
			run: { font: body, size: 20, bold: true, color: ink.text },
			paragraph: { outlineLevel: 3, spacing: { before: 120, after: 40 }, keepNext: true }
		},
		heading5: {
			run: { font: body, size: 20, bold: true, italics: true, color: ink.text },
			paragraph: { outlineLevel: 4, spacing: { before: 120, after: 40 }, keepNext: true }
		},
		// the space stands below the list, not below each item
		listParagraph: { paragraph: { spacing: { after: 60 }, contextualSpacing: true } }
	},
	paragraphStyles: [
		style('Subtitle', { size: 23, color: ink.soft }, { spacing: { after: 80 } }),
		style(
			'Caption',
			{ size: 18, italics: true, color: ink.soft },
			{ spacing: { before: 120, after: 60 }, keepNext: true }
		),
		{
			...style('FigureCaption', { size: 18, italics: true, color: ink.soft }, { spacing: { before: 40, after: 160 } }),
			basedOn: 'Caption'
		},
		style('Watermark', { size: 18, bold: true, color: ink.alarm }, {}),
		style('Foot', { size: 16, color: ink.soft }, {}),
		style(
			'Box',
			{},
			{
				indent: { left: 200 },
				border: { left: { style: 'single', size: 24, space: 8, color: ink.accent } },
				shading: { type: 'clear', fill: 'F3F1EA', color: 'auto' }
			}
		),
		style(
			'Quote',
			{ font: heading, size: 20 },
			{
				spacing: { before: 40, after: 80 },
				indent: { left: 300, right: 300 },
				border: { left: { style: 'single', size: 12, space: 8, color: ink.line } }
			}
		),
		style('TableHead', { size: 17, bold: true }, inTable),
		style('TableText', { size: 17 }, inTable),
		style('TableStrong', { size: 17, bold: true }, inTable),
		style('TableSmall', { size: 15, color: ink.soft }, inTable),
		style('TableQuote', { size: 17, font: heading }, inTable),
		style('TableProposal', { size: 17, italics: true, color: ink.soft }, inTable)
	]
});

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

const style = (
	id: string,
	run: NonNullable<ParagraphStyle['run']>,
	paragraph: NonNullable<ParagraphStyle['paragraph']>
): ParagraphStyle => ({ id, name: id, basedOn: 'Normal', next: 'Normal', quickFormat: true, run, paragraph });
