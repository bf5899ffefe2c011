using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Assembly = System.Reflection.Assembly;

namespace LanChat.Architecture;

/// <summary>
/// Finds folders that depend on each other in a circle; a folder is a namespace. Checks all
/// folders, and then the top ones with everything in them.
/// </summary>
internal static class FolderCircles
{
    /// <param name="assembly">The compiled project.</param>
    /// <param name="root">Its root namespace.</param>
    /// <returns>
    /// One line per dependency that is part of a circle, with its types; empty without a circle.
    /// </returns>
    public static IReadOnlyList<string> In(Assembly assembly, string root)
    {
        var dependencies = new ArchLoader().LoadAssembly(assembly).Build().Types
            .SelectMany(type => type.Dependencies)
            .Select(dependency => (From: dependency.Origin, To: dependency.Target))
            .Where(dependency => IsIn(root, dependency.From) && IsIn(root, dependency.To))
            .Distinct()
            .ToArray();
        return [.. Circles(type => Folder(root, type)).Union(Circles(type => Folder(root, type).Split('.')[0]))];

        IEnumerable<string> Circles(Func<IType, string> folderOf)
        {
            var edges = dependencies.ToLookup(one => (From: folderOf(one.From), To: folderOf(one.To)));
            var next = edges.Select(edge => edge.Key)
                .Where(edge => edge.From != edge.To)
                .ToLookup(edge => edge.From, edge => edge.To);
            return edges
                .Where(edge => edge.Key.From != edge.Key.To && Reachable(edge.Key.To, next).Contains(edge.Key.From))
                .Select(edge => $"{edge.Key.From} -> {edge.Key.To}: {string.Join(", ", edge.Select(Named))}");
        }
    }

    private static string Named((IType From, IType To) one) => $"{one.From.Name} -> {one.To.Name}";

    private static bool IsIn(string root, IType type) =>
        $"{type.Namespace?.FullName}.".StartsWith($"{root}.", StringComparison.Ordinal);

    private static string Folder(string root, IType type) => type.Namespace.FullName[root.Length..].TrimStart('.');

    private static HashSet<string> Reachable(string from, ILookup<string, string> next)
    {
        var (seen, open) = (new HashSet<string> { from }, new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            foreach (var one in next[folder].Where(seen.Add)) open.Push(one);
        }

        return seen;
    }
}
