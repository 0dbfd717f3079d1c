import Foundation
import Minutes
import Reading

/// What a target's inputs are made of.
struct Corpus {
    private let target: FuzzTarget
    private let files: [[UInt8]]
    private let archives: [[ZipPart]]
    private let documents: [Document]
    private let phrases: [String]

    /// Reads samples and former failures; `root` is the folder of the package.
    init(_ target: FuzzTarget, root: URL) throws {
        self.target = target
        let samples = root.appending(path: "Tests/Samples")
        let own = Corpus.folder(of: target, root: root)
        let files =
            try (Corpus.files(in: samples) + Corpus.files(in: own)).filter { file in
                let name = file.lastPathComponent
                return file.path.hasPrefix(own.path) || target.endings.contains { name.hasSuffix($0) }
            }
            .map { [UInt8](try Data(contentsOf: $0)) }
            // What is huge by itself is not made larger.
            .filter { $0.count < 400_000 }
        self.files = files
        switch target {
        case .docx, .odt: archives = files.map(ZipPart.unpack).filter { !$0.isEmpty }
        default: archives = []
        }
        if target == .blocks {
            documents = files.compactMap { bytes in
                if case .document(let document)? = FuzzInput(stored: Data(bytes), target: .blocks) {
                    return document
                }
                return try? readDocument(bytes)
            }
        } else {
            documents = []
        }
        let vocabulary = try String(
            contentsOf: root.appending(path: "Sources/Minutes/Words/vocabulary.txt"),
            encoding: .utf8
        )
        phrases = vocabulary.split(separator: "\n").map(String.init).filter {
            !$0.hasPrefix("#") && !$0.hasPrefix("[")
        }
    }

    /// Where inputs are kept that once failed.
    static func folder(of target: FuzzTarget, root: URL) -> URL {
        root.appending(path: "Tests/Corpus/fuzz/\(target.rawValue)")
    }

    /// In the order of their names, so that a seed means the same everywhere; none if there is no such folder.
    static func files(in folder: URL) throws -> [URL] {
        guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { !$0.lastPathComponent.hasPrefix(".") }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
    }

    /// The input of one case: the same for the same dice.
    func input(_ dice: inout Dice) -> FuzzInput {
        let bytes = ByteMutator(
            dictionary: Dictionaries.pieces(of: target).map { Array($0.utf8) },
            phrases: phrases
        )
        let markup = MarkupMutator(pieces: Dictionaries.pieces(of: target), phrases: phrases)
        let file = dice.pick(files) ?? []
        switch target {
        case .docx, .odt:
            let parts = dice.pick(archives) ?? []
            return .file(ZipMutator(markup: markup, bytes: bytes).mutate(parts, &dice))
        case .zip:
            var archive = file
            ZipMutator(markup: markup, bytes: bytes).damage(&archive, &dice)
            return .file(archive)
        case .html:
            return .file(dice.chance(oneIn: 4) ? noise(file, bytes, &dice) : markup.mutate(file, &dice))
        case .rtf: return .file(RTFMutator(bytes: bytes, phrases: phrases).mutate(file, &dice))
        case .pdf: return .file(PDFMutator(bytes: bytes).mutate(file, &dice))
        case .json:
            return .file(
                dice.chance(oneIn: 5)
                    ? noise(file, bytes, &dice)
                    : JSONMutator(bytes: bytes, phrases: phrases).mutate(file, &dice)
            )
        case .mail, .text, .markdown, .words:
            let other = dice.pick(files) ?? []
            return .file(LineMutator(bytes: bytes, phrases: phrases).mutate(file, with: other, &dice))
        case .blocks:
            var document = dice.pick(documents) ?? Document(format: .text, blocks: [])
            let other = dice.pick(documents) ?? document
            DocumentMutator(phrases: phrases).mutate(&document, with: other, &dice)
            return .document(document)
        }
    }

    private func noise(_ file: [UInt8], _ bytes: ByteMutator, _ dice: inout Dice) -> [UInt8] {
        var file = file
        for _ in 0..<dice.rounds() { bytes.mutate(&file, &dice) }
        return file
    }
}
