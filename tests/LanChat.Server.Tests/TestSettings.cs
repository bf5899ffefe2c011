using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Tests;

/// <summary>
/// Settings of the reference with some overridden as by <c>--set key=value</c>; the last one wins.
/// Keys have no <c>lanchat.server.</c>
/// </summary>
internal static class TestSettings
{
    public static ServerSettings With(params string[] assignments) =>
        Of(assignments.Select(assignment => $"lanchat.server.{assignment}"));

    /// <summary>The port of the native dialect.</summary>
    public static int Json(this ListenSettings listen) => listen.Ports.Single(port => port.Dialect is JsonDialect).Port;

    public static ServerSettings Of(IEnumerable<string> assignments) =>
        ServerSettings.Read(new LayeredSettings(assignments.Reverse().Select(Layer.OfAssignment)));
}
