using LanChat.Architecture;
using LanChat.Client.Sessions;

namespace LanChat.Client.Tests;

public sealed class ArchitectureSpecs()
    : ArchitectureSpec(typeof(SessionActor).Assembly, "src/LanChat.Client", "LanChat.Client");
