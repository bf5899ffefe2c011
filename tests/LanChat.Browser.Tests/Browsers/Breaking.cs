using Microsoft.Playwright;

namespace LanChat.Browser.Tests.Browsers;

/// <summary>
/// A network that takes some words to the server, and breaks before the answer has come; the next
/// connection is a good one.
/// </summary>
/// <param name="after">The words.</param>
internal sealed class Breaking(string after)
{
    private volatile bool _isBreaking;
    private volatile bool _hasBroken;

    public bool HasBroken => _hasBroken;

    public void Stand(IWebSocketRoute page)
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
