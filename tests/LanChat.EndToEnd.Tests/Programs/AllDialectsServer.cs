using LanChat.EndToEnd.Tests.People;

namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>One server that serves every dialect, for all tests of a class.</summary>
public sealed class AllDialectsServer : IAsyncLifetime
{
    public ServerProgram Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await ServerProgram.StartWithAllDialects(MixedRoom.Spacing);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
