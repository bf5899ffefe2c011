using LanChat.Architecture;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests;

public sealed class ArchitectureSpecs
{
    private const string Root = "LanChat.Client";

    private static readonly System.Reflection.Assembly Client = typeof(SessionActor).Assembly;

    [Fact]
    public void Folders_depend_on_each_other_one_way_only() => Assert.Empty(FolderCircles.In(Client, Root));

    [Fact]
    public void No_type_is_too_long() => Assert.Empty(TypeLimits.TooLong("src/LanChat.Client"));

    [Fact]
    public void No_type_has_too_many_mutable_fields() => Assert.Empty(TypeLimits.TooManyFields(Client, Root));

    [Fact]
    public void No_constructor_takes_too_much() => Assert.Empty(TypeLimits.TooManyParameters(Client, Root));
}
