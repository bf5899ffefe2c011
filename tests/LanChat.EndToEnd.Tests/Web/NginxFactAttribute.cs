namespace LanChat.EndToEnd.Tests.Web;

/// <summary>A test that needs nginx; skipped with the reason without it.</summary>
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute() => Skip = Nginx.Program is null ? "nginx is not installed" : null;
}
