using System.Reflection;

namespace LanChat.Architecture;

/// <summary>
/// The limits of every project: folders depend on each other one way only, and no type is too
/// large.
/// </summary>
/// <param name="assembly">The compiled project.</param>
/// <param name="project">Its folder below the root of the repository.</param>
/// <param name="root">Its root namespace.</param>
public abstract class ArchitectureSpec(Assembly assembly, string project, string root)
{
    [Fact]
    public void Folders_depend_on_each_other_one_way_only() => AssertNone(FolderCircles.In(assembly, root));

    [Fact]
    public void No_type_is_too_long() => AssertNone(TypeLimits.TooLong(project));

    [Fact]
    public void No_type_has_too_many_mutable_fields() => AssertNone(TypeLimits.TooManyFields(assembly, root));

    [Fact]
    public void No_constructor_has_too_many_parameters() => AssertNone(TypeLimits.TooManyParameters(assembly, root));

    // Assert.Empty would cut off the names of the types.
    private static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations));
}
