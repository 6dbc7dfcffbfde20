/** What the form offers to begin with. */
export const SERVICES = [
  "General guidance",
  "Career guidance",
  "Résumé review",
  "Mock interview",
  "Code review",
  "Pair programming",
] as const;

export const SKILLSETS = [
  ".NET",
  "AWS",
  "C#",
  "Career change",
  "Cybersecurity",
  "Data analysis",
  "Docker & Kubernetes",
  "Git",
  "Go",
  "HTML & CSS",
  "Java",
  "JavaScript",
  "Linux",
  "Machine learning",
  "Mobile apps",
  "Networking",
  "Product management",
  "Python",
  "React",
  "Ruby on Rails",
  "Rust",
  "SQL",
  "Spring",
  "Technical writing",
  "Testing",
  "TypeScript",
  "UX design",
] as const;

export const AFFILIATIONS = [
  "Active duty",
  "Military spouse",
  "Military family member",
  "National Guard or Reserve",
  "Veteran",
] as const;
