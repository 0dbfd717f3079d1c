#include "PageRecorder.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>

#include <UTF.h>

namespace {

// Far above what 1,000 pages of minutes need, and a few seconds of work.
constexpr uint64_t most_operations = 10'000'000;
// A page with more lines than this is a drawing.
constexpr size_t most_shapes = 50'000;
constexpr size_t most_glyphs = 100'000;
// PDF itself ends at 14,400 points.
constexpr double farthest = 20'000;

bool is_near(double value) { return std::isfinite(value) && std::fabs(value) < farthest; }

uint32_t packed(const GfxRGB &colour) {
    return uint32_t(colToByte(colour.r)) << 16 | uint32_t(colToByte(colour.g)) << 8 | colToByte(colour.b);
}

bool is_bold_name(const std::string &name) {
    std::string lower;
    for (char letter : name) lower += char(std::tolower(static_cast<unsigned char>(letter)));
    for (const char *word : {"bold", "black", "heavy", "demi"}) {
        if (lower.find(word) != std::string::npos) return true;
    }
    return false;
}

/// How much larger than their number says the letters of a Type 3 font are: it has units of its own.
double type3_scale(const GfxFont &font) {
    if (font.getType() != fontType3) return 1;
    const double *matrix = font.getFontMatrix();
    const double *box = font.getFontBBox();
    double height = std::fabs(matrix[3]) * (box[3] - box[1]);
    return height > 0.1 && height < 10 ? height / 1.2 : 1;
}

/// A font that numbers its own pictures, without a table of what they mean.
bool is_unknown(const GfxFont &font) {
    auto composite = dynamic_cast<const GfxCIDFont *>(&font);
    if (!composite || font.hasToUnicodeCMap()) return false;
    const GooString *collection = composite->getCollection();
    return !collection || collection->toStr().find("Identity") != std::string::npos;
}

} // namespace

uint16_t FontList::index(const std::shared_ptr<GfxFont> &font) {
    auto found = indices.find(font.get());
    if (found != indices.end()) return found->second;
    if (fonts.size() > 10'000) throw TooMuch();
    uint16_t index = uint16_t(fonts.size());
    std::string name = font->getName().value_or("");
    bool is_bold = font->isBold() || font->getWeight() >= GfxFont::W600 || is_bold_name(name);
    fonts.push_back({font, name, is_bold, type3_scale(*font), is_unknown(*font)});
    indices[font.get()] = index;
    return index;
}

void PageRecorder::clear() {
    glyphs.clear();
    shapes.clear();
    text.clear();
    is_artifact.clear();
    artifacts = 0;
    order = 0;
    figure = 0;
    actual_text.clear();
    has_actual_text = false;
    is_annotation = false;
}

void PageRecorder::work(uint64_t amount) {
    operations += amount;
    if (operations > most_operations) throw TooMuch();
}

void PageRecorder::startPage(int, GfxState *state, XRef *) {
    std::memcpy(page_matrix, state->getCTM(), sizeof page_matrix);
    width = state->getPageWidth();
    height = state->getPageHeight();
}

uint8_t PageRecorder::flags(double opacity) const {
    uint8_t flags = 0;
    if (opacity < 0.03) flags |= CPDF_INVISIBLE;
    if (opacity < 0.95) flags |= CPDF_TRANSLUCENT;
    if (artifacts > 0) flags |= CPDF_ARTIFACT;
    if (is_annotation) flags |= CPDF_ANNOTATION;
    return flags;
}

void PageRecorder::drawChar(GfxState *state, double x, double y, double dx, double dy, double, double, CharCode code, int,
                            const Unicode *u, int count) {
    work();
    const std::shared_ptr<GfxFont> &font = state->getFont();
    if (!font) return;
    double at_x, at_y, way_x, way_y, space_x, space_y;
    state->transform(x, y, &at_x, &at_y);
    state->transformDelta(dx, dy, &way_x, &way_y);
    // The space that was put between letters is no part of the letter.
    double space = state->getCharSpace() + (code == ' ' ? state->getWordSpace() : 0);
    if (font->getWMode() == 0) {
        state->textTransformDelta(space * state->getHorizScaling(), 0, &space_x, &space_y);
    } else {
        state->textTransformDelta(0, space, &space_x, &space_y);
    }
    state->transformDelta(space_x, space_y, &space_x, &space_y);
    way_x -= space_x;
    way_y -= space_y;
    if (!is_near(at_x) || !is_near(at_y) || !is_near(way_x) || !is_near(way_y)) return;
    if (glyphs.size() >= most_glyphs) throw TooMuch();

    uint16_t index = fonts.index(font);
    double size = state->getTransformedFontSize() * fonts.at(index)->scale;
    if (!is_near(size)) return;
    int render = state->getRender();
    GfxRGB colour;
    if ((render & 3) == 1) state->getStrokeRGB(&colour); else state->getFillRGB(&colour);

    cpdf_glyph glyph = {};
    glyph.x = float(at_x);
    glyph.y = float(at_y);
    glyph.dx = float(way_x);
    glyph.dy = float(way_y);
    glyph.size = float(size);
    glyph.first_scalar = uint32_t(text.size());
    glyph.font = index;
    glyph.code = code;
    glyph.order = ++order;
    glyph.colour = packed(colour);
    glyph.flags = flags((render & 3) == 1 ? state->getStrokeOpacity() : state->getFillOpacity());
    if ((render & 3) == 3) glyph.flags |= CPDF_INVISIBLE;
    if ((render & 3) == 2) glyph.flags |= CPDF_OUTLINED;
    if (is_placed) glyph.flags |= CPDF_PLACED;
    is_placed = false;
    double left, top, right, bottom;
    state->getClipBBox(&left, &top, &right, &bottom);
    // The middle of a small letter, so that tight boxes do not hide what is cut at its edges only.
    double middle_x = at_x + way_x / 2 + way_y * 0.25 * (way_x == 0);
    double middle_y = at_y - (way_y == 0 ? size * 0.25 : 0) + way_y / 2;
    if (middle_x < left - 1 || middle_x > right + 1 || middle_y < top - 1 || middle_y > bottom + 1) {
        glyph.flags |= CPDF_CLIPPED;
    }
    if (has_actual_text) {
        if (actual_text.empty()) glyph.flags |= CPDF_SAID;
        text.insert(text.end(), actual_text.begin(), actual_text.end());
        actual_text.clear();
    } else if (!fonts.at(index)->is_unknown) {
        for (int scalar = 0; scalar < count; scalar++) text.push_back(u[scalar]);
    }
    glyph.scalars = uint16_t(std::min<size_t>(text.size() - glyph.first_scalar, 1000));
    glyphs.push_back(glyph);
}

void PageRecorder::add(GfxState *state, cpdf_shape shape) {
    if (!is_near(shape.x0) || !is_near(shape.y0) || !is_near(shape.x1) || !is_near(shape.y1)) return;
    double left, top, right, bottom;
    state->getClipBBox(&left, &top, &right, &bottom);
    if (std::max(shape.x0, shape.x1) < left - 1 || std::min(shape.x0, shape.x1) > right + 1
        || std::max(shape.y0, shape.y1) < top - 1 || std::min(shape.y0, shape.y1) > bottom + 1) {
        return;
    }
    if (shape.kind != CPDF_LINE) {
        shape.x0 = std::max(shape.x0, float(left));
        shape.x1 = std::min(shape.x1, float(right));
        shape.y0 = std::max(shape.y0, float(top));
        shape.y1 = std::min(shape.y1, float(bottom));
    }
    if (shapes.size() < most_shapes) shapes.push_back(shape);
}

void PageRecorder::stroke(GfxState *state) {
    work();
    order++;
    GfxRGB colour;
    state->getStrokeRGB(&colour);
    cpdf_shape shape = {};
    shape.width = float(std::max(0.1, state->getTransformedLineWidth()));
    shape.order = order;
    shape.colour = packed(colour);
    shape.flags = flags(state->getStrokeOpacity());
    const GfxPath *path = state->getPath();
    for (int index = 0; index < path->getNumSubpaths(); index++) {
        const GfxSubpath *piece = path->getSubpath(index);
        shape.figure = ++figure;
        double from_x = 0, from_y = 0, first_x = 0, first_y = 0, to_x, to_y;
        for (int point = 0; point < piece->getNumPoints(); point++) {
            work();
            state->transform(piece->getX(point), piece->getY(point), &to_x, &to_y);
            if (point == 0) {
                first_x = to_x;
                first_y = to_y;
            } else if (piece->getCurve(point) && point + 2 < piece->getNumPoints()) {
                double end_x, end_y;
                state->transform(piece->getX(point + 2), piece->getY(point + 2), &end_x, &end_y);
                point += 2;
                shape.kind = CPDF_CURVE;
                shape.x0 = float(std::min(from_x, end_x));
                shape.y0 = float(std::min(from_y, end_y));
                shape.x1 = float(std::max(from_x, end_x));
                shape.y1 = float(std::max(from_y, end_y));
                add(state, shape);
                to_x = end_x;
                to_y = end_y;
            } else {
                shape.kind = CPDF_LINE;
                shape.x0 = float(from_x);
                shape.y0 = float(from_y);
                shape.x1 = float(to_x);
                shape.y1 = float(to_y);
                add(state, shape);
            }
            from_x = to_x;
            from_y = to_y;
        }
        if (piece->isClosed() && (from_x != first_x || from_y != first_y)) {
            shape.kind = CPDF_LINE;
            shape.x0 = float(from_x);
            shape.y0 = float(from_y);
            shape.x1 = float(first_x);
            shape.y1 = float(first_y);
            add(state, shape);
        }
    }
}

void PageRecorder::fill(GfxState *state) {
    work();
    order++;
    GfxRGB colour;
    state->getFillRGB(&colour);
    uint8_t flags = this->flags(state->getFillOpacity());
    if (state->getBlendMode() != gfxBlendNormal) flags |= CPDF_TRANSLUCENT;
    const GfxPath *path = state->getPath();
    for (int index = 0; index < path->getNumSubpaths(); index++) {
        add_figure(state, path->getSubpath(index), packed(colour), flags);
    }
}

void PageRecorder::add_figure(GfxState *state, const GfxSubpath *path, uint32_t colour, uint8_t flags) {
    cpdf_shape shape = {};
    shape.figure = ++figure;
    shape.order = order;
    shape.colour = colour;
    shape.flags = flags;
    bool is_rectangle = path->getNumPoints() == 5 || path->getNumPoints() == 4;
    double last_x = 0, last_y = 0;
    for (int point = 0; point < path->getNumPoints(); point++) {
        work();
        double x, y;
        state->transform(path->getX(point), path->getY(point), &x, &y);
        if (path->getCurve(point)) is_rectangle = false;
        if (point == 0) {
            shape.x0 = shape.x1 = float(x);
            shape.y0 = shape.y1 = float(y);
        } else {
            if (std::fabs(x - last_x) > 0.05 && std::fabs(y - last_y) > 0.05) is_rectangle = false;
            shape.x0 = std::min(shape.x0, float(x));
            shape.x1 = std::max(shape.x1, float(x));
            shape.y0 = std::min(shape.y0, float(y));
            shape.y1 = std::max(shape.y1, float(y));
        }
        last_x = x;
        last_y = y;
    }
    shape.kind = is_rectangle ? CPDF_FILLED_RECTANGLE : CPDF_FILLED_FIGURE;
    if (path->getNumPoints() > 1) add(state, shape);
}

void PageRecorder::picture(GfxState *state) {
    work();
    // A picture is painted into the unit square.
    const double *matrix = state->getCTM();
    cpdf_shape shape = {};
    shape.kind = CPDF_PICTURE;
    shape.figure = ++figure;
    shape.order = ++order;
    shape.flags = flags(state->getFillOpacity());
    shape.x0 = float(matrix[4] + std::min(0.0, matrix[0]) + std::min(0.0, matrix[2]));
    shape.x1 = float(matrix[4] + std::max(0.0, matrix[0]) + std::max(0.0, matrix[2]));
    shape.y0 = float(matrix[5] + std::min(0.0, matrix[1]) + std::min(0.0, matrix[3]));
    shape.y1 = float(matrix[5] + std::max(0.0, matrix[1]) + std::max(0.0, matrix[3]));
    add(state, shape);
}

void PageRecorder::beginMarkedContent(const char *name, Dict *) {
    work();
    bool is_ours = std::strcmp(name, "Artifact") == 0;
    if (is_artifact.size() > 10'000) throw TooMuch();
    is_artifact.push_back(is_ours);
    artifacts += is_ours;
}

void PageRecorder::endMarkedContent(GfxState *) {
    if (is_artifact.empty()) return;
    artifacts -= is_artifact.back();
    is_artifact.pop_back();
}

void PageRecorder::beginActualText(GfxState *, const GooString *words) {
    Unicode *scalars = nullptr;
    int count = TextStringToUCS4(words->toStr(), &scalars);
    actual_text.assign(scalars, scalars + std::min(std::max(count, 0), 1000));
    std::free(scalars);
    has_actual_text = true;
}

void PageRecorder::endActualText(GfxState *) {
    has_actual_text = false;
    actual_text.clear();
}
