@main
struct Minuted {
    static func main() {}
}
