namespace LanChat.EndToEnd.Tests.Programs;

/// <summary>
/// One server per combination of settings, started on first use and shared by the tests of a class,
/// which must not see each other's messages.
/// </summary>
public sealed class SharedServers : IAsyncLifetime
{
    private readonly Dictionary<string, ServerProgram> _servers = [];

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>A server with the page for browsers.</summary>
    public async Task<ServerProgram> WithPage(params string[] settings)
    {
        var key = string.Join('\n', settings);
        if (_servers.TryGetValue(key, out var running)) return running;
        return _servers[key] = await ServerProgram.StartWithPage(settings);
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values) await server.DisposeAsync();
    }
}
