#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// What Poppler sees on the pages of a PDF, without any thought about what it means.
//
// Positions are points (1/72 inch) from the top left corner of the page as it is shown, y going down. Nothing here
// opens a file or writes to standard error.

#ifdef __cplusplus
extern "C" {
#endif

/// Loads what the library wants to have loaded once. Call it before files can no longer be opened; calling it again
/// does nothing.
void cpdf_prepare(void);

struct cpdf_document;

enum cpdf_status {
    CPDF_OK = 0,
    /// A password or a key is needed to open it.
    CPDF_ENCRYPTED = 1,
    /// Cut off, altered or no PDF.
    CPDF_DAMAGED = 2,
    /// More work than any real document makes.
    CPDF_TOO_LARGE = 3,
};

/// Opens a document that lies in memory; `bytes` must stay there until `cpdf_close`.
enum cpdf_status cpdf_open(const uint8_t *bytes, size_t count, struct cpdf_document **document);
void cpdf_close(struct cpdf_document *document);

/// What a document carries besides its pages.
struct cpdf_facts {
    int32_t pages;
    /// Programs in the document, or actions that run one.
    bool has_javascript;
    /// Files in the document itself; those pinned to a page are counted with the page.
    int32_t embedded_files;
    /// Layers that are switched off.
    int32_t hidden_layers;
    /// The pages are only a stand-in, and Adobe's programs draw the form from XML.
    bool is_xfa;
};
struct cpdf_facts cpdf_facts(struct cpdf_document *document);

enum cpdf_flags {
    /// Painted with no ink at all.
    CPDF_INVISIBLE = 1,
    /// Outside the area to which painting is limited.
    CPDF_CLIPPED = 2,
    /// Marked as no part of the content: page headers, page numbers, rules.
    CPDF_ARTIFACT = 4,
    /// Part of an annotation that is shown on the page.
    CPDF_ANNOTATION = 8,
    /// Filled and outlined, as programs make letters bold for which they have no bold font.
    CPDF_OUTLINED = 16,
    /// Shows what is below it.
    CPDF_TRANSLUCENT = 32,
    /// The file moved to this place before it painted the letter.
    CPDF_PLACED = 64,
    /// An earlier letter has said what this one stands for.
    CPDF_SAID = 128,
};

/// One letter, or one ligature.
struct cpdf_glyph {
    /// Where it stands on the base line, and the way to the next letter.
    float x, y, dx, dy;
    /// Height of the font.
    float size;
    /// In the page's `text`; a letter whose meaning the file does not say has none.
    uint32_t first_scalar;
    uint16_t scalars;
    uint16_t font;
    /// The number by which the font knows it.
    uint32_t code;
    /// Rises with each thing that is painted on the page.
    uint32_t order;
    /// Red, green and blue as 0xRRGGBB.
    uint32_t colour;
    uint8_t flags;
};

enum cpdf_shape_kind {
    CPDF_LINE = 0,
    /// The box round a curve that is drawn.
    CPDF_CURVE = 1,
    CPDF_FILLED_RECTANGLE = 2,
    /// The box round a filled figure of any other form.
    CPDF_FILLED_FIGURE = 3,
    /// The box round a picture.
    CPDF_PICTURE = 4,
};

struct cpdf_shape {
    /// The ends of a line; otherwise the box, smaller numbers first.
    float x0, y0, x1, y1;
    /// Width of the pen, 0 for what is filled.
    float width;
    /// The same for the pieces of one figure.
    uint32_t figure;
    uint32_t order;
    uint32_t colour;
    uint8_t kind;
    uint8_t flags;
};

enum cpdf_field_kind {
    CPDF_CHECK_BOX = 0,
    CPDF_TEXT_FIELD = 1,
};

/// A field of a form, with what was entered.
struct cpdf_field {
    float x0, y0, x1, y1;
    uint8_t kind;
    bool is_ticked;
    /// In the page's `text`.
    uint32_t first_scalar, scalars;
};

struct cpdf_page {
    float width, height;
    const struct cpdf_glyph *glyphs;
    size_t glyph_count;
    const struct cpdf_shape *shapes;
    size_t shape_count;
    const struct cpdf_field *fields;
    size_t field_count;
    /// Unicode scalars; not all of them need be valid.
    const uint32_t *text;
    size_t text_count;
    /// Notes, highlights and the like.
    int32_t comments;
    /// Files, films and sounds that are pinned to the page.
    int32_t embedded_objects;
};

/// Reads a page; `index` counts from 0. What `page` points to lives until the next page is read or the document closed.
enum cpdf_status cpdf_read_page(struct cpdf_document *document, int32_t index, struct cpdf_page *page);

/// The name of a font that a letter names, "" if it has none; it lives as long as the document.
const char *cpdf_font_name(const struct cpdf_document *document, uint16_t font);
bool cpdf_font_is_bold(const struct cpdf_document *document, uint16_t font);

#ifdef __cplusplus
}
#endif
