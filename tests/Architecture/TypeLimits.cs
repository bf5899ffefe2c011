using System.Reflection;
using System.Text.RegularExpressions;

namespace LanChat.Architecture;

/// <summary>
/// Finds types that have outgrown the design: too many lines over all their files, mutable fields
/// or constructor parameters.
/// </summary>
internal static partial class TypeLimits
{
    public const int Lines = 250;
    public const int Fields = 8;
    public const int Parameters = 6;

    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    /// <param name="project">
    /// The folder of the project below the root of the repository, such as
    /// <c>src/LanChat.Client</c>.
    /// </param>
    /// <returns>
    /// One line per type with more than <see cref="Lines"/> lines, counted over all its files.
    /// </returns>
    public static IReadOnlyList<string> TooLong(string project)
    {
        var folder = Path.Combine(Repository.Root, project);
        if (!Directory.Exists(folder)) throw new DirectoryNotFoundException(folder);
        return
        [
            .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
                .Where(file => !IsGenerated(Path.GetRelativePath(folder, file)))
                .SelectMany(Declared)
                .GroupBy(part => part.Type, part => part.Lines)
                .Where(type => type.Sum() > Lines)
                .Select(type => $"{type.Key}: {type.Sum()} lines"),
        ];
    }

    /// <returns>
    /// One line per type with more than <see cref="Fields"/> mutable fields, including those of
    /// properties. Captured parameters of primary constructors do not count, because they are set
    /// once.
    /// </returns>
    public static IReadOnlyList<string> TooManyFields(Assembly assembly, string root) =>
    [
        .. Written(assembly, root)
            .Where(type => !type.IsEnum)
            .Select(type => (Type: type, Fields: MutableFields(type)))
            .Where(one => one.Fields.Length > Fields)
            .Select(one => $"{one.Type}: {one.Fields.Length} mutable fields: {string.Join(", ", one.Fields)}"),
    ];

    /// <returns>
    /// One line per type with a constructor of more than <see cref="Parameters"/> parameters.
    /// </returns>
    public static IReadOnlyList<string> TooManyParameters(Assembly assembly, string root) =>
    [
        .. Written(assembly, root)
            .Select(type => (Type: type, Count: MostParameters(type)))
            .Where(one => one.Count > Parameters)
            .Select(one => $"{one.Type}: {one.Count} constructor parameters"),
    ];

    private static IEnumerable<Type> Written(Assembly assembly, string root) => assembly.GetTypes().Where(type =>
        $"{type.Namespace}.".StartsWith($"{root}.", StringComparison.Ordinal)
        && !type.FullName!.Contains('<', StringComparison.Ordinal));

    private static bool IsGenerated(string file) =>
        file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin");

    private static string[] MutableFields(Type type) =>
        [.. type.GetFields(Own).Where(IsMutable).Select(field => field.Name)];

    private static int MostParameters(Type type) =>
        type.GetConstructors(Own).Select(one => one.GetParameters().Length).DefaultIfEmpty().Max();

    private static bool IsMutable(FieldInfo field) =>
        field is { IsInitOnly: false, IsLiteral: false } && !field.Name.EndsWith(">P", StringComparison.Ordinal);

    private static IEnumerable<(string Type, int Lines)> Declared(string file)
    {
        var text = File.ReadAllText(file);
        var space = Space().Match(text).Groups[1].Value;
        var lines = text.Count(unit => unit == '\n');
        var types = Declaration().Matches(text).Select(match => $"{space}.{match.Groups[1].Value}").Distinct();
        return types.Select(type => (type, lines));
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Space();

    // Matches types at the top level of a file; nested ones are indented.
    [GeneratedRegex(
        @"^(?:\w+ )*(?:class|struct|record|interface|enum) (?:struct |class )?(\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();
}
