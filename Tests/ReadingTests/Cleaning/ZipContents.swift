import TestSupport

@testable import Reading

/// The entries of a container in their order, unpacked.
struct ZipContents: Equatable {
    var entries: [Entry] = []

    struct Entry: Equatable {
        var name: String
        var bytes: [UInt8]
    }

    init(_ bytes: [UInt8]) throws {
        let archive = try ZipArchive(bytes, limits: ReadingLimits())
        for name in archive.names {
            entries.append(Entry(name: name, bytes: try archive.contents(of: name) ?? []))
        }
    }

    var names: [String] { entries.map(\.name) }

    subscript(_ name: String) -> String? {
        entries.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }

    /// Of all entries.
    var text: String { entries.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: "\n") }
}

extension ZipContents {
    /// What is wrong with it as a package: references that lead nowhere, parts that nothing leads to, types of parts that
    /// are not there and parts without one.
    func faults() throws -> [String] {
        var faults: [String] = []
        let package = try WordPackage(
            .zip(try ZipArchive(UnseenZip(entries).bytes, limits: ReadingLimits())),
            limits: ReadingLimits()
        )
        let inventory = try PackageInventory(package)
        faults += inventory.strays.map { "nothing leads to \($0)" }
        for relationship in inventory.roots + inventory.parts.flatMap(\.relationships)
        where !names.contains(relationship.target) {
            faults.append("\(relationship.target) is not there")
        }
        for part in inventory.parts {
            if part.contentType.isEmpty { faults.append("\(part.name) has no type") }
            let ids = Set(part.relationships.map(\.id))
            guard part.name.hasSuffix(".xml"),
                let bytes = entries.first(where: { $0.name == part.name })?.bytes
            else { continue }
            try XMLTree(bytes, limits: ReadingLimits()).root.visit { node throws(ReadingError) in
                for attribute in node.attributes
                where attribute.isRelationship && !attribute.value.isEmpty && !ids.contains(attribute.value) {
                    faults.append("\(attribute.value) of \(part.name) leads nowhere")
                }
            }
        }
        for match in (self["[Content_Types].xml"] ?? "").matches(of: /PartName="\/([^"]*)"/)
        where !names.contains(String(match.output.1)) {
            faults.append("\(match.output.1) has a type and is not there")
        }
        return faults
    }

    /// Its entries as a container again.
    private struct UnseenZip {
        let bytes: [UInt8]

        init(_ entries: [Entry]) {
            bytes = ZipFile(entries: entries.map { .init(name: $0.name, data: $0.bytes) }).bytes
        }
    }
}
