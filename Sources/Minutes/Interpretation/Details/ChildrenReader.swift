/// Reads which children the meeting is about, from tables, forms, labelled lines or running text.
struct ChildrenReader {
    let outline: Outline

    struct Reading {
        var children: [Child] = []
        /// The names of those of whom the record says that they go to no setting, or who are not born.
        var withoutSetting: Set<String> = []
    }

    func children() -> [Child] { read().children }

    func read() -> Reading {
        let facts = ChildFacts(outline: outline)
        let table = ChildrenTable(outline: outline)
        let sources: [() -> [Child]] = [
            { table.children(inFamilyPart: false) }, { facts.children() },
            { table.children(inFamilyPart: true) }, { ChildrenProse(outline: outline).children() },
        ]
        for read in sources {
            let children = merged(read())
            if !children.isEmpty {
                return ChildCompletion(outline: outline, facts: facts).completed(children)
            }
        }
        return Reading()
    }

    /// The same name twice is the same child.
    private func merged(_ children: [Child]) -> [Child] {
        var result: [Child] = []
        for child in children {
            if let index = result.firstIndex(where: { Tokens($0.name).key == Tokens(child.name).key }) {
                result[index].fill(from: child)
            } else {
                result.append(child)
            }
        }
        return result
    }
}
