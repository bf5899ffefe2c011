namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>One server with a page and a data folder for all tests of a class.</summary>
public sealed class OneServerWithHistory : IAsyncLifetime
{
    public DirectoryInfo Data { get; } = Directory.CreateTempSubdirectory("lanchat-one-");

    public ServerProgram Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await ServerProgram.StartWithPage(
        "lanchat.server.history.durability=committed", $"lanchat.server.data.folder=\"{Data.FullName}\"");

    public async Task DisposeAsync()
    {
        await Server.DisposeAsync();
        Data.Delete(recursive: true);
    }
}
