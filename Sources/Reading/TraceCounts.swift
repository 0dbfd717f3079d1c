import Minutes

/// Counts what a file carries besides its visible text, whatever its format.
struct TraceCounts {
    var insertions = 0
    var deletions = 0
    var moves = 0
    var formatChanges = 0
    var hiddenRuns = 0
    var comments = 0
    var embeddedObjects = 0
    var externalLinks = 0
    var customProperties = 0

    var traces: [Document.Trace] {
        let changes = [
            (insertions, "insertion"), (deletions, "deletion"), (moves, "move"),
            (formatChanges, "change of format"),
        ].filter { $0.0 > 0 }
        var traces: [Document.Trace] = []
        if !changes.isEmpty {
            traces.append(
                Document.Trace(
                    kind: .trackedChanges,
                    count: changes.reduce(0) { $0 + $1.0 },
                    detail: changes.map(counted).joined(separator: ", ")
                )
            )
        }
        func add(_ kind: Document.Trace.Kind, _ count: Int, _ noun: String, _ plural: String? = nil) {
            guard count > 0 else { return }
            let detail = count == 1 ? "1 \(noun)" : "\(count) \(plural ?? noun + "s")"
            traces.append(Document.Trace(kind: kind, count: count, detail: detail))
        }
        add(.comments, comments, "comment")
        add(.hiddenText, hiddenRuns, "piece of hidden text", "pieces of hidden text")
        add(.embeddedObject, embeddedObjects, "embedded object")
        add(
            .externalLink,
            externalLinks,
            "link that is loaded from outside",
            "links that are loaded from outside"
        )
        add(.customProperties, customProperties, "custom property", "custom properties")
        return traces
    }

    private func counted(_ count: Int, _ noun: String) -> String {
        if noun == "change of format" {
            return count == 1 ? "1 change of format" : "\(count) changes of format"
        }
        return count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
    }
}
