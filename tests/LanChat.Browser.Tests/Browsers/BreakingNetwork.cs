using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A network that delivers a text to the server and then breaks before the reply; the next
/// connection works.
/// </summary>
/// <param name="after">The text.</param>
internal sealed class BreakingNetwork(string after)
{
    private volatile bool _isBreaking;
    private volatile bool _hasBroken;

    public bool HasBroken => _hasBroken;

    public void Route(IWebSocketRoute page)
    {
        var server = page.ConnectToServer();
        page.OnMessage(message =>
        {
            _isBreaking |= !_hasBroken && message.Text!.Contains(after, StringComparison.Ordinal);
            server.Send(message.Text!);
        });
        server.OnMessage(message =>
        {
            if (!_isBreaking) page.Send(message.Text!);
            else if (!_hasBroken) Break(page, server);
        });
    }

    private void Break(IWebSocketRoute page, IWebSocketRoute server)
    {
        _hasBroken = true;
        _isBreaking = false;
        _ = page.CloseAsync();
        _ = server.CloseAsync();
    }
}
