using Akka.Actor;
using LanChat.Server.Files;
using LanChat.Server.Settings;

namespace LanChat.Server.Connections;

/// <summary>The dependencies that all connections share.</summary>
/// <param name="Room">The room that clients join.</param>
/// <param name="Settings">The server's settings.</param>
/// <param name="Clock">The source of time.</param>
/// <param name="UploadTokens">Issues upload tokens; null without a web server.</param>
internal sealed record ConnectionSetup(
    IActorRef Room, ServerSettings Settings, TimeProvider Clock, UploadTokens? UploadTokens = null);
