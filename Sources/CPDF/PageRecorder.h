#pragma once

#include "CPDF.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include <Gfx.h>
#include <GfxFont.h>
#include <GfxState.h>
#include <OutputDev.h>

/// The document asks for more work than any real one makes.
struct TooMuch {};

struct Font {
    // Keeps the font alive, so that its address names it.
    std::shared_ptr<GfxFont> font;
    std::string name;
    bool is_bold;
    double scale;
    /// The file does not say which letter a number of this font is.
    bool is_unknown;
};

/// The fonts of a document, each once.
class FontList {
public:
    uint16_t index(const std::shared_ptr<GfxFont> &font);
    const Font *at(size_t index) const { return index < fonts.size() ? &fonts[index] : nullptr; }

private:
    std::vector<Font> fonts;
    std::unordered_map<const GfxFont *, uint16_t> indices;
};

/// An output device that paints nothing and writes down what it was asked to paint.
class PageRecorder final : public OutputDev {
public:
    explicit PageRecorder(FontList &fonts) : fonts(fonts) {}

    std::vector<cpdf_glyph> glyphs;
    std::vector<cpdf_shape> shapes;
    std::vector<uint32_t> text;
    double page_matrix[6] = {1, 0, 0, 1, 0, 0};
    double width = 0, height = 0;
    bool is_annotation = false;

    /// Forgets the page, and not how much work the document has made.
    void clear();

    bool upsideDown() override { return true; }
    bool useDrawChar() override { return true; }
    bool interpretType3Chars() override { return false; }
    // Patterns and shadings say nothing; Poppler would take them apart into thousands of pieces.
    bool useTilingPatternFill() override { return true; }
    bool useShadedFills(int) override { return true; }

    void startPage(int, GfxState *state, XRef *) override;
    void saveState(GfxState *) override { work(); }
    void stroke(GfxState *state) override;
    void fill(GfxState *state) override;
    void eoFill(GfxState *state) override { fill(state); }
    void clip(GfxState *) override { work(); }
    void eoClip(GfxState *) override { work(); }
    // To begin one is as much work as fifty letters.
    void beginForm(Ref) override { work(50); }
    void updateTextPos(GfxState *) override { is_placed = true; }
    void drawChar(GfxState *state, double x, double y, double dx, double dy, double origin_x, double origin_y,
                  CharCode code, int, const Unicode *u, int count) override;
    void beginMarkedContent(const char *name, Dict *properties) override;
    void endMarkedContent(GfxState *) override;
    void beginActualText(GfxState *, const GooString *text) override;
    void endActualText(GfxState *) override;

    bool tilingPatternFill(GfxState *, Gfx *, Catalog *, GfxTilingPattern *, const double *, int, int, int, int, double,
                           double) override { return skip(); }
    bool functionShadedFill(GfxState *, GfxFunctionShading *) override { return skip(); }
    bool axialShadedFill(GfxState *, GfxAxialShading *, double, double) override { return skip(); }
    bool radialShadedFill(GfxState *, GfxRadialShading *, double, double) override { return skip(); }
    bool gouraudTriangleShadedFill(GfxState *, GfxGouraudTriangleShading *) override { return skip(); }
    bool patchMeshShadedFill(GfxState *, GfxPatchMeshShading *) override { return skip(); }

    void drawImageMask(GfxState *state, Object *, Stream *, int, int, bool, bool, bool) override { picture(state); }
    void setSoftMaskFromImageMask(GfxState *, Object *, Stream *, int, int, bool, bool, double *) override { work(); }
    void unsetSoftMaskFromImageMask(GfxState *, double *) override {}
    void drawImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, const int *, bool) override {
        picture(state);
    }
    void drawMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int, bool,
                         bool) override { picture(state); }
    void drawSoftMaskedImage(GfxState *state, Object *, Stream *, int, int, GfxImageColorMap *, bool, Stream *, int, int,
                             GfxImageColorMap *, bool) override { picture(state); }

private:
    FontList &fonts;
    std::vector<bool> is_artifact;
    int artifacts = 0;
    uint32_t order = 0;
    uint32_t figure = 0;
    uint64_t operations = 0;
    bool is_placed = false;
    /// What the letters of the present span stand for, to be said by the first of them.
    std::vector<Unicode> actual_text;
    bool has_actual_text = false;

    void work(uint64_t amount = 1);
    bool skip() { work(); return true; }
    uint8_t flags(double opacity) const;
    void picture(GfxState *state);
    void add(GfxState *state, cpdf_shape shape);
    void add_figure(GfxState *state, const GfxSubpath *path, uint32_t colour, uint8_t flags);
};
