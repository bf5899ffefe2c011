namespace LanChat.Browser.Tests.Browsers;

/// <summary>A test that needs WebKit, skipped with the reason where there is none.</summary>
public sealed class WebKitFactAttribute : FactAttribute
{
    public WebKitFactAttribute() => Skip = WebKit.Obstacle;
}
