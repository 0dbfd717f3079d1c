#include "CPDF.h"
#include "PageRecorder.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <mutex>
#include <new>

#include <Annot.h>
#include <Catalog.h>
#include <Error.h>
#include <ErrorCodes.h>
#include <Form.h>
#include <GlobalParams.h>
#include <JSInfo.h>
#include <OptionalContent.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <UTF.h>

namespace {

/// Faults that take words away, seen by this thread since it was last set to 0.
thread_local int faults = 0;

void on_error(ErrorCategory, Goffset, const char *message) {
    // Most of what Poppler reports does no harm: only what cuts a page's content short counts.
    for (const char *sign : {"flate stream", "Weird page contents", "Page content"}) {
        if (std::strstr(message, sign)) faults++;
    }
}

bool ends_properly(const uint8_t *bytes, size_t count) {
    static const char mark[] = "%%EOF";
    const uint8_t *end = bytes + count;
    const uint8_t *start = count > 2048 ? end - 2048 : bytes;
    return std::search(start, end, mark, mark + 5) != end;
}

bool is_shown(const Annot *annot) { return !(annot->getFlags() & (Annot::flagHidden | Annot::flagNoView)); }

/// What a person reads as words on the page; the values of fields are told apart from it.
bool is_painted(Annot *annot, void *data) {
    static_cast<PageRecorder *>(data)->is_annotation = true;
    switch (annot->getType()) {
    case Annot::typeFreeText:
    case Annot::typeStamp:
    case Annot::typeStrikeOut:
    case Annot::typeInk:
    case Annot::typeLine:
    case Annot::typeWatermark:
        return true;
    case Annot::typeWidget: {
        Object type = annot->getAnnotObj().dictLookup("FT");
        return type.isName("Sig");
    }
    default:
        return false;
    }
}

} // namespace

struct cpdf_document {
    std::unique_ptr<PDFDoc> file;
    FontList fonts;
    PageRecorder recorder{fonts};
    std::vector<cpdf_field> fields;

    void add_field(FormWidget *widget);
    void add_text(cpdf_field &field, const GooString *text);
};

void cpdf_prepare(void) {
    static std::once_flag once;
    std::call_once(once, [] {
        setErrorCallback(on_error);
        globalParams = std::make_unique<GlobalParams>();
        globalParams->setErrQuiet(true);
    });
}

enum cpdf_status cpdf_open(const uint8_t *bytes, size_t count, struct cpdf_document **opened) {
    cpdf_prepare();
    *opened = nullptr;
    try {
        auto document = std::make_unique<cpdf_document>();
        bool is_repaired = false;
        auto stream = new MemStream(reinterpret_cast<const char *>(bytes), 0, Goffset(count), Object(objNull));
        document->file = std::make_unique<PDFDoc>(stream, std::optional<GooString>(), std::optional<GooString>(), nullptr,
                                                  [&is_repaired] { is_repaired = true; });
        if (!document->file->isOk()) {
            return document->file->getErrorCode() == errEncrypted ? CPDF_ENCRYPTED : CPDF_DAMAGED;
        }
        // A copy that broke off has lost its end; others are whole, and only count their bytes wrongly.
        if (is_repaired && !ends_properly(bytes, count)) return CPDF_DAMAGED;
        *opened = document.release();
        return CPDF_OK;
    } catch (const TooMuch &) {
        return CPDF_TOO_LARGE;
    } catch (const std::bad_alloc &) {
        return CPDF_TOO_LARGE;
    } catch (...) {
        return CPDF_DAMAGED;
    }
}

void cpdf_close(struct cpdf_document *document) { delete document; }

struct cpdf_facts cpdf_facts(struct cpdf_document *document) {
    struct cpdf_facts facts = {};
    try {
        PDFDoc &file = *document->file;
        facts.pages = file.getNumPages();
        Catalog *catalog = file.getCatalog();
        facts.embedded_files = catalog->numEmbeddedFiles();
        facts.is_xfa = catalog->getFormType() == Catalog::XfaForm;
        if (OCGs *layers = catalog->getOptContentConfig()) {
            for (const auto &layer : layers->getOCGs()) {
                facts.hidden_layers += layer.second->getState() == OptionalContentGroup::Off;
            }
        }
        JSInfo scripts(&file);
        scripts.scanJS(std::min(facts.pages, 1000), true);
        facts.has_javascript = scripts.containsJS();
    } catch (...) {
        // What could not be told is told when the pages are read.
    }
    return facts;
}

void cpdf_document::add_text(cpdf_field &field, const GooString *text) {
    if (!text) return;
    Unicode *scalars = nullptr;
    int count = TextStringToUCS4(text->toStr(), &scalars);
    field.first_scalar = uint32_t(recorder.text.size());
    field.scalars = uint32_t(std::clamp(count, 0, 100'000));
    recorder.text.insert(recorder.text.end(), scalars, scalars + field.scalars);
    std::free(scalars);
}

void cpdf_document::add_field(FormWidget *widget) {
    if (const AnnotWidget *annot = widget->getWidgetAnnotation(); annot && !is_shown(annot)) return;
    double x1, y1, x2, y2;
    widget->getRect(&x1, &y1, &x2, &y2);
    const double *matrix = recorder.page_matrix;
    double left = matrix[0] * x1 + matrix[2] * y1 + matrix[4], top = matrix[1] * x1 + matrix[3] * y1 + matrix[5];
    double right = matrix[0] * x2 + matrix[2] * y2 + matrix[4], bottom = matrix[1] * x2 + matrix[3] * y2 + matrix[5];
    cpdf_field field = {};
    field.x0 = float(std::min(left, right));
    field.x1 = float(std::max(left, right));
    field.y0 = float(std::min(top, bottom));
    field.y1 = float(std::max(top, bottom));
    if (auto button = dynamic_cast<FormWidgetButton *>(widget)) {
        if (button->getButtonType() == formButtonPush) return;
        field.kind = CPDF_CHECK_BOX;
        field.is_ticked = button->getState();
    } else if (auto text = dynamic_cast<FormWidgetText *>(widget)) {
        if (text->isPassword()) return;
        field.kind = CPDF_TEXT_FIELD;
        add_text(field, text->getContent());
    } else if (auto choice = dynamic_cast<FormWidgetChoice *>(widget)) {
        field.kind = CPDF_TEXT_FIELD;
        if (choice->hasEdit() && choice->getEditChoice()) {
            add_text(field, choice->getEditChoice());
        } else {
            for (int index = 0; index < choice->getNumChoices() && field.scalars == 0; index++) {
                if (choice->isSelected(index)) add_text(field, choice->getChoice(index));
            }
        }
    } else {
        return;
    }
    fields.push_back(field);
}

enum cpdf_status cpdf_read_page(struct cpdf_document *document, int32_t index, struct cpdf_page *page) {
    *page = {};
    PageRecorder &recorder = document->recorder;
    recorder.clear();
    document->fields.clear();
    faults = 0;
    try {
        Page *source = document->file->getPage(index + 1);
        if (!source) return CPDF_DAMAGED;
        document->file->displayPage(&recorder, index + 1, 72, 72, 0, false, true, false, nullptr, nullptr, is_painted,
                                    &recorder);
        Annots *annots = source->getAnnots();
        for (int number = 0; annots && number < int(annots->getAnnots().size()); number++) {
            switch (annots->getAnnots()[number]->getType()) {
            case Annot::typeText:
            case Annot::typeHighlight:
            case Annot::typeUnderline:
            case Annot::typeSquiggly:
            case Annot::typeStrikeOut:
            case Annot::typeCaret:
            case Annot::typePolygon:
            case Annot::typePolyLine:
            case Annot::typeSquare:
            case Annot::typeCircle:
                page->comments += is_shown(annots->getAnnots()[number]);
                break;
            case Annot::typeFileAttachment:
            case Annot::typeSound:
            case Annot::typeMovie:
            case Annot::typeScreen:
            case Annot::type3D:
            case Annot::typeRichMedia:
                page->embedded_objects++;
                break;
            default:
                break;
            }
        }
        if (auto widgets = source->getFormWidgets()) {
            for (int number = 0; number < widgets->getNumWidgets(); number++) {
                document->add_field(widgets->getWidget(number));
            }
        }
    } catch (const TooMuch &) {
        return CPDF_TOO_LARGE;
    } catch (const std::bad_alloc &) {
        return CPDF_TOO_LARGE;
    } catch (...) {
        return CPDF_DAMAGED;
    }
    if (faults > 0) return CPDF_DAMAGED;
    page->width = float(recorder.width);
    page->height = float(recorder.height);
    page->glyphs = recorder.glyphs.data();
    page->glyph_count = recorder.glyphs.size();
    page->shapes = recorder.shapes.data();
    page->shape_count = recorder.shapes.size();
    page->fields = document->fields.data();
    page->field_count = document->fields.size();
    page->text = recorder.text.data();
    page->text_count = recorder.text.size();
    return CPDF_OK;
}

const char *cpdf_font_name(const struct cpdf_document *document, uint16_t font) {
    const Font *found = document->fonts.at(font);
    return found ? found->name.c_str() : "";
}

bool cpdf_font_is_bold(const struct cpdf_document *document, uint16_t font) {
    const Font *found = document->fonts.at(font);
    return found && found->is_bold;
}
