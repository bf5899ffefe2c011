using System.Reflection;

namespace LanChat.Architecture;

/// <summary>
/// What holds for every project: folders depend on each other one way only, and no type outgrows
/// the design.
/// </summary>
/// <param name="assembly">The project, built.</param>
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
    public void No_constructor_takes_too_much() => AssertNone(TypeLimits.TooManyParameters(assembly, root));

    // Assert.Empty cuts off what tells which types are meant.
    private static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations));
}
