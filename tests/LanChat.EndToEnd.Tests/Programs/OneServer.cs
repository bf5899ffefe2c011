namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>One server for all tests of a class.</summary>
public sealed class OneServer : IAsyncLifetime
{
    public ServerProgram Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await ServerProgram.Start();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
