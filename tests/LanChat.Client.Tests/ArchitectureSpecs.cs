using LanChat.Architecture;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests;

public sealed class ArchitectureSpecs
{
    private const string Root = "LanChat.Client";

    private static readonly System.Reflection.Assembly Client = typeof(SessionActor).Assembly;

    [Fact]
    public void Folders_depend_on_each_other_one_way_only() => Assert.Empty(FolderCircles.In(Client, Root));
}
