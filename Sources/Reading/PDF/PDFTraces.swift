import CPDF
import Minutes

/// Counts what a PDF carries besides its visible text.
struct PDFTraces {
    var hiddenPieces = 0
    var deletions = 0
    private var hiddenLayers = 0
    private var comments = 0
    private var embedded = 0
    private var scripts = 0
    private var scans = 0

    mutating func add(_ facts: cpdf_facts, comments: Int, embedded: Int, scans: Int) {
        hiddenLayers = Int(facts.hidden_layers)
        scripts = facts.has_javascript ? 1 : 0
        self.comments = comments
        self.embedded = embedded + max(0, Int(facts.embedded_files))
        self.scans = scans
    }

    var traces: [Document.Trace] {
        var traces: [Document.Trace] = []
        func add(_ kind: Document.Trace.Kind, _ counts: (Int, String, String)...) {
            let counts = counts.filter { $0.0 > 0 }
            guard !counts.isEmpty else { return }
            let detail = counts.map { $0.0 == 1 ? "1 \($0.1)" : "\($0.0) \($0.2)" }.joined(separator: ", ")
            traces.append(
                Document.Trace(kind: kind, count: counts.reduce(0) { $0 + $1.0 }, detail: detail)
            )
        }
        add(.trackedChanges, (deletions, "deletion shown in print", "deletions shown in print"))
        add(.comments, (comments, "comment", "comments"))
        add(
            .hiddenText,
            (hiddenPieces, "piece of hidden text", "pieces of hidden text"),
            (hiddenLayers, "hidden layer", "hidden layers")
        )
        add(
            .embeddedObject,
            (embedded, "embedded file", "embedded files"),
            (scripts, "program", "programs"),
            (scans, "page that is a picture", "pages that are pictures")
        )
        return traces
    }
}
