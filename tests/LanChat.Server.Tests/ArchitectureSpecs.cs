using LanChat.Architecture;
using LanChat.Server.Connections;

namespace LanChat.Server.Tests;

public sealed class ArchitectureSpecs()
    : ArchitectureSpec(typeof(ConnectionActor).Assembly, "src/LanChat.Server", "LanChat.Server");
