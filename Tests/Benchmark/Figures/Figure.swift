/// One line of the result: what was measured, its value, and the bar or the peer that it is compared with.
struct Figure: Equatable {
    var name: String
    var value: String
    var note = ""
}

/// Figures under each other, in columns; pure.
struct FigureTable {
    var title: String
    var rows: [Figure]

    var text: String {
        let names = rows.map(\.name.count).max() ?? 0
        let values = rows.map(\.value.count).max() ?? 0
        let lines = rows.map { row in
            let name = row.name + String(repeating: " ", count: names - row.name.count)
            let value = String(repeating: " ", count: values - row.value.count) + row.value
            return "  \(name)  \(value)" + (row.note.isEmpty ? "" : "  \(row.note)")
        }
        return ([title] + lines).joined(separator: "\n")
    }
}
