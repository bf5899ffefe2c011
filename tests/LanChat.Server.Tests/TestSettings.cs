using LanChat.Protocol.Dialects.Native;
using LanChat.Server.Settings;
using LanChat.Settings;

namespace LanChat.Server.Tests;

/// <summary>
/// The settings of the reference, with some set as <c>--set key=value</c> does, of which the last
/// counts; keys go without <c>lanchat.server.</c>
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
