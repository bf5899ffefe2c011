using LanChat.Architecture;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests;

public sealed class ArchitectureSpecs
{
    private const string Root = "LanChat.Client";

    private static readonly System.Reflection.Assembly Client = typeof(SessionActor).Assembly;

    [Fact]
    public void Folders_depend_on_each_other_one_way_only() => AssertNone(FolderCircles.In(Client, Root));

    [Fact]
    public void No_type_is_too_long() => AssertNone(TypeLimits.TooLong("src/LanChat.Client"));

    [Fact]
    public void No_type_has_too_many_mutable_fields() => AssertNone(TypeLimits.TooManyFields(Client, Root));

    [Fact]
    public void No_constructor_takes_too_much() => AssertNone(TypeLimits.TooManyParameters(Client, Root));

    // Assert.Empty cuts off what tells which types are meant.
    private static void AssertNone(IReadOnlyList<string> violations) =>
        Assert.True(violations.Count == 0, string.Join('\n', violations));
}
